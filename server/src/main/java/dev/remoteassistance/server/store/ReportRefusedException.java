package dev.remoteassistance.server.store;

/** The database cannot hold a value of the report or of its caller, now or later. */
public final class ReportRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param cause what the database said, of which the kind is kept and not the text
     */
    public ReportRefusedException(Throwable cause) {
        super("The report holds a value that cannot be stored", StrippedException.of(cause), false, false);
    }
}
