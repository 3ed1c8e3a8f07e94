package dev.remoteassistance.languages;

import java.util.List;
import java.util.Locale;

/** The languages of the programs: how one is built in its folder, and how it runs there. */
enum Language {
    TYPESCRIPT(
            List.of("npm ci --ignore-scripts --no-audit --no-fund --silent", "node node_modules/typescript/bin/tsc"),
            "node main.js"),
    PYTHON(
            List.of("python3 -m pip install --quiet --retries 1 --upgrade --target . --requirement requirements.txt"),
            "python3 main.py"),
    // Outside version control, from which the compiler would take a stamp.
    GO(List.of("go build -buildvcs=false -o main ."), "./main");

    private final List<String> build;
    private final String run;

    Language(List<String> build, String run) {
        this.build = build;
        this.run = run;
    }

    List<String> build() {
        return build;
    }

    String run() {
        return run;
    }

    /** Returns the folder of the program's sources, below {@code src/test/programs}. */
    String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
