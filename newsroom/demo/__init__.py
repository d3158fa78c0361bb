"""An invented newspaper to look at: people, stories, readers' words and drawn pictures.

Plain data and drawing code. Nothing here knows Django; `newsroom` decides how to store it."""
