/* not used: the header has its own */
