import { mustRun } from '../processes.mjs';

/**
 * The projects: the folders that may hold them, what makes one ready to compile, how make is asked for its units, how many
 * of these are compiled if not the usual numbers, the headers to split, and what the definitions of one part assert. The
 * assertions are such as the project could have; nothing here is run.
 */
export const projects = [
  {
    name: 'redis',
    makeArguments: ['-C', 'src', 'MALLOC=libc'],
    headers: [
      {
        path: 'src/server.h',
        assert: 'serverAssert(pthread_equal(pthread_self(), server.main_thread_id));',
        assertInclude: 'server.h',
      },
    ],
  },
  {
    name: 'git',
    configure: (tree) => make(tree, 'command-list.h', 'config-list.h', 'hook-list.h'),
    headers: [
      { path: 'cache.h', assert: 'assert(startup_info);', assertInclude: 'cache.h' },
      { path: 'refs.h', assert: 'assert(the_repository);', assertInclude: 'repository.h' },
    ],
  },
  {
    name: 'tmux',
    configure: (tree) => mustRun('./configure', [], { cwd: tree }),
    // What the archive has from autoconf is as good as new, whatever the clone's dates say.
    makeArguments: ['AUTOCONF=:', 'AUTOMAKE=:', 'ACLOCAL=:', 'AUTOHEADER=:'],
    headers: [{ path: 'tmux.h', assert: 'assert(socket_path != NULL);', assertInclude: 'assert.h' }],
  },
  {
    name: 'busybox',
    configure: (tree) => [make(tree, 'defconfig'), make(tree, 'prepare')],
    makeArguments: ['V=1'],
    headers: [{ path: 'include/libbb.h', assert: 'assert(applet_name);', assertInclude: 'assert.h' }],
  },
  {
    name: 'lua',
    makeArguments: ['-C', 'src', 'linux'],
    headers: [
      // These statements name a parameter that a few of the functions do not have.
      {
        path: 'src/lua.h',
        assert: 'api_check(L, L != NULL, "no state");',
        assertInclude: 'lapi.h',
        unasserted: ['lua_newstate', 'lua_xmove'],
      },
      {
        path: 'src/lauxlib.h',
        assert: 'lua_assert(L != NULL);',
        unasserted: [
          ...['luaL_newstate', 'luaL_addgsub', 'luaL_addlstring', 'luaL_addstring', 'luaL_addvalue'],
          ...['luaL_prepbuffsize', 'luaL_pushresult', 'luaL_pushresultsize'],
        ],
      },
    ],
  },
  {
    name: 'nginx',
    configure: (tree) => mustRun('./configure', ['--without-http_rewrite_module'], { cwd: tree }),
    headers: [{ path: 'src/core/ngx_string.h' }, { path: 'src/http/ngx_http.h' }],
  },
  {
    name: 'linux',
    folders: ['linux', 'linux-core'],
    configure: (tree) => [make(tree, 'defconfig'), make(tree, 'prepare')],
    makeArguments: ['V=1', 'kernel/', 'mm/', 'lib/'],
    // A unit takes seconds.
    sample: { edited: 4, tried: 8, code: 4 },
    // Its makefiles read this before every unit.
    prelude: 'linux/kconfig.h',
    headers: [
      { path: 'include/linux/printk.h' },
      { path: 'include/linux/kthread.h', assert: 'might_sleep();', assertInclude: 'linux/kernel.h' },
      { path: 'include/linux/mm.h', assert: 'lockdep_assert_preemption_enabled();', assertInclude: 'linux/lockdep.h' },
    ],
  },
];

function make(tree, ...targets) {
  return mustRun('make', targets, { cwd: tree });
}
