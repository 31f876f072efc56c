"""How much room the text of a slide takes, without a browser and without its typefaces."""

from generalprobe.typesetting.slide import Density, Excess, Layout, density, excesses, layout, picture_room

__all__ = ["Density", "Excess", "Layout", "density", "excesses", "layout", "picture_room"]
