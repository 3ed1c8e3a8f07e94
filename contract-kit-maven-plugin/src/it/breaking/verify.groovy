def breaks = new File(basedir, 'build.log').readLines().findAll { it.contains(': breaking: ') }
assert breaks == [
    '[ERROR] openapi.yaml:35:13: breaking: GET /members/{memberId}/loans query parameter sort: enum lost the member author [enum]',
    '[ERROR] openapi.yaml:55:13: breaking: GET /members/{memberId}/loans header parameter X-Trace: maxLength lowered from 80 to 64 [maxlength]',
]
true
