"""The walk down the pages: tables open and close, rows are taken, text goes where it belongs."""
