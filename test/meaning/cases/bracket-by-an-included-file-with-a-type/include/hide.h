struct hidden {
    int a;
};
#pragma GCC visibility push(hidden)
