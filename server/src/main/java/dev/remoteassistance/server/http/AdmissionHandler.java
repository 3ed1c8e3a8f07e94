package dev.remoteassistance.server.http;

import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Names a request, puts the names on its answer, and asks every check whether the request may pass. All of this looks at
 * the header alone, so that no byte of a body is read for a caller who is refused.
 */
public final class AdmissionHandler extends Handler.Wrapper {

    private final RequestIds.Source ids;
    private final RefusalWriter refusals;
    private final List<Check> checks;

    /**
     * @param checks in the order in which they are asked
     * @param handler takes the requests that pass
     */
    public AdmissionHandler(RequestIds.Source ids, RefusalWriter refusals, List<Check> checks, Handler handler) {
        super(handler);
        this.ids = ids;
        this.refusals = refusals;
        this.checks = List.copyOf(checks);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        RequestRecord record = RequestRecord.of(request, ids);
        record.ids().putOn(response.getHeaders());
        RequestRecord.LogScope scope = record.open();
        try {
            for (Check check : checks) {
                check.check(request, record);
            }
            return super.handle(request, response, callback);
        } catch (RefusalException refusal) {
            refusals.refuse(request, response, callback, refusal);
            return true;
        } finally {
            scope.close();
        }
    }

    public List<Check> checks() {
        return checks;
    }

    /** One question to the header of a request. */
    @FunctionalInterface
    public interface Check {

        /**
         * Returns if the request may pass.
         *
         * @param record where the answer is kept, if a later station needs it
         * @throws RefusalException if it may not
         */
        void check(Request request, RequestRecord record);
    }
}
