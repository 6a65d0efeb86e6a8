int f(void)
{
    assert_graph();
    return 0;
}

int g(void)
{
    assert_graph();
    work();
    assert_io();
    return 0;
}

int h(void)
{
    assert_io ( ) ;
    return 0;
}

