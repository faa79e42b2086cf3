"""Commands for whoever runs Leefwereld from a clone or works on it: `make help` lists them."""
