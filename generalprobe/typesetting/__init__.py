"""How much room the text of a slide takes, without a browser and without its typefaces."""

from generalprobe.typesetting.slide import Density, Excess, density, excesses, picture_room

__all__ = ["Density", "Excess", "density", "excesses", "picture_room"]
