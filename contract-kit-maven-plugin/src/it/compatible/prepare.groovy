// A contract of another API, with an earlier version of it and the pacts of its consumers.
new File(basedir, 'openapi.yaml').bytes = new File(second, 'library-loans.yaml').bytes
new File(basedir, 'openapi-released.yaml').bytes = new File(second, 'library-loans.yaml').bytes
def pacts = new File(basedir, 'pacts')
pacts.mkdirs()
new File(second, 'pacts').eachFile { new File(pacts, it.name).bytes = it.bytes }
true
