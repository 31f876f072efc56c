"""What the package can do where it is installed, one module a command; scripts of the same name make the same call."""
