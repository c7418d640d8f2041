"""How servers of others answer, beside this one."""
