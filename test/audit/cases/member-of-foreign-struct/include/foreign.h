struct foreign { int (*fetch)(void); };
