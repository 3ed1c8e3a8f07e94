def log = new File(basedir, 'build.log').readLines()
def verdicts = log.collect { it =~ /^\[INFO] (\S+) \.* (SUCCESS|FAILURE) .*/ }.findAll { it.matches() }.collectEntries { [it[0][1], it[0][2]] }
assert verdicts == ['library-loans': 'SUCCESS', 'compatible': 'SUCCESS', 'breaking': 'FAILURE', 'outdated-pact': 'FAILURE']

assert log.contains('[INFO] compatible/openapi.yaml compared with compatible/openapi-released.yaml: ' +
        '0 breaking, 0 compatible, 0 not compared. Of 3 interactions, none would break.')
assert log.any { it.startsWith('[INFO] 3 interactions, 0 not in the contract; ') }

assert log.findAll { it.contains(': breaking: ') } == [
    '[ERROR] breaking/openapi.yaml:35:13: breaking: GET /members/{memberId}/loans query parameter sort: enum lost the member author [enum]',
    '[ERROR] breaking/openapi.yaml:55:13: breaking: GET /members/{memberId}/loans header parameter X-Trace: maxLength lowered from 80 to 64 [maxlength]',
]

assert log.findAll { it.contains('not in the contract: ') } == ['[ERROR] not in the contract: school-desk: lending a book that is out']
true
