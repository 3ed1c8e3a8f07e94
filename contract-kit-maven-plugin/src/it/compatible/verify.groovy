def log = new File(basedir, 'build.log').readLines()
assert log.contains('[INFO] openapi.yaml compared with openapi-released.yaml: 0 breaking, 0 compatible, 0 not compared. ' +
        'Of 3 interactions, none would break.')
assert log.any { it.startsWith('[INFO] 3 interactions, 0 not in the contract; ') }
true
