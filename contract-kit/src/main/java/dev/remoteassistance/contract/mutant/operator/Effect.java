package dev.remoteassistance.contract.mutant.operator;

/** Effect of a change on those who rely on the contract. */
public enum Effect {
    /** Somebody who relies on the contract may break: a check must notice. */
    BREAKING,
    /** Only names in generated code change, nothing that is sent: compilation must notice, and no other check. */
    NAMING,
    /** Nobody who relies on the contract can break: the gate must let it pass. */
    LOOSENING
}
