def breaks = new File(basedir, 'build.log').readLines().findAll { it.contains(': breaking: ') }
assert breaks == []
true
