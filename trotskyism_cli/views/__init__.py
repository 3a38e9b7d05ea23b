"""The edited views of a library: what matters first, in order of time, one row a happening, the date once."""
