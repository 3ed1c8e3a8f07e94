def faults = new File(basedir, 'build.log').readLines().findAll { it.contains('not in the contract: ') }
assert faults == ['[ERROR] not in the contract: school-desk: lending a book that is out']
true
