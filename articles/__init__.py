"""The ground floor: articles, categories, authors, pictures, workflow, and the Arabic tools."""
