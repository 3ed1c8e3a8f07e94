def log = new File(basedir, 'build.log').text
assert log.contains('0 breaking, 0 compatible, 0 not compared. Of 5 interactions, none would break.')
assert log.contains('5 interactions, 0 not in the contract;')
true
