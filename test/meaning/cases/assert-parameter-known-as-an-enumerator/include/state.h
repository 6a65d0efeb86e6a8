enum { EMPTY, state };
