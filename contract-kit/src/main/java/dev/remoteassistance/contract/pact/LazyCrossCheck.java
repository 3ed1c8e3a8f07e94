package dev.remoteassistance.contract.pact;

import com.atlassian.oai.validator.OpenApiInteractionValidator.ApiLoadException;
import dev.remoteassistance.contract.spec.ContractDocument;
import dev.remoteassistance.contract.spec.read.RefusedContractException;

/** The check of a contract, which the validator reads when the check is first needed. */
final class LazyCrossCheck {

    private final ContractDocument document;
    private CrossCheck check;
    private RuntimeException failure;

    LazyCrossCheck(ContractDocument document) {
        this.document = document;
    }

    /** Returns the check. A contract that the validator cannot read is read once, and fails each time. */
    CrossCheck check() {
        if (failure != null) {
            throw failure;
        } else if (check == null) {
            try {
                check = new CrossCheck(document);
            } catch (ApiLoadException | RefusedContractException e) {
                failure = e;
                throw e;
            }
        }
        return check;
    }
}
