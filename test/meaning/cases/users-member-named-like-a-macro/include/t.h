struct t2 { int (*cb)(int), (*cb2)(int); };
