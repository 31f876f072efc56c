"""The template of exported presentations, as its parts are written; scripts/pptx_template.py packs it."""
