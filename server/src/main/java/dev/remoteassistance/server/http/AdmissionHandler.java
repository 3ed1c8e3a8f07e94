package dev.remoteassistance.server.http;

import java.util.List;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Gives a request its ids, writes them into the header of the answer, and runs every check. All of this needs only the
 * header of the request, so that no byte of the body is read if the request is refused.
 */
public final class AdmissionHandler extends Handler.Wrapper {

    private final RequestIds.Source ids;
    private final RefusalWriter refusals;
    private final List<Check> checks;

    /**
     * @param checks in the order in which they run
     * @param handler called with the requests that pass
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

    /** One check of a request's header. */
    @FunctionalInterface
    public interface Check {

        /**
         * Returns normally if the request may pass.
         *
         * @param record receives the result if a later check or handler needs it
         * @throws RefusalException if the request must not pass
         */
        void check(Request request, RequestRecord record);
    }
}
