package dev.remoteassistance.server.store;

/** Thrown if the database can never store a value of the report or of its caller. */
public final class ReportRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param cause the database's exception, of which only the kind is kept and not the text
     */
    public ReportRefusedException(Throwable cause) {
        super("The report holds a value that cannot be stored", StrippedException.of(cause), false, false);
    }
}
