// A contract of another API, with an earlier version of it and the pacts of its consumers.
def project = { String name, String released, Closure<String> pact ->
    def folder = new File(basedir, name)
    new File(folder, 'openapi.yaml').bytes = new File(second, 'library-loans.yaml').bytes
    new File(folder, 'openapi-released.yaml').bytes = new File(second, released).bytes
    def pacts = new File(folder, 'pacts')
    pacts.mkdirs()
    new File(second, 'pacts').eachFile { new File(pacts, it.name).text = pact(it.text) }
}
project('compatible', 'library-loans.yaml') { it }
project('breaking', 'library-loans-older.yaml') { it }
project('outdated-pact', 'library-loans.yaml') { it.replace('"status": 409', '"status": 410') }
true
