"""The top floor: settings, addresses, front page, roles, the frame of the panel."""
