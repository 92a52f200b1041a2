"""How fast, and with how much memory: `make bench`, or `make bench DATA=folder`."""
