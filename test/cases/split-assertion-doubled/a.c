int f(void)
{
    assert_graph();
    work();
    assert_graph();
    return 0;
}

int g(void)
{
#ifdef A
    assert_graph();
#else
    assert_graph();
#endif
    return 0;
}

int h(void)
{
    assert_io();
#ifdef A
    assert_io();
#endif
    return 0;
}

