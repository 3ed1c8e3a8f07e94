package dev.remoteassistance.contract.mutant;

/** What a change of a contract does to those who rely on it. */
public enum Effect {
    /** Somebody who relies on the contract may break: a check has to notice. */
    BREAKING,
    /** Nothing that is sent changes, but names in generated code do: compilation has to notice, and nothing else. */
    NAMING,
    /** Nobody who relies on the contract can break: the gate has to let it pass. */
    LOOSENING
}
