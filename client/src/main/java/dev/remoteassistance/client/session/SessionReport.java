package dev.remoteassistance.client.session;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.remoteassistance.model.ReportQuery;
import dev.remoteassistance.model.json.JsonPolicy;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The sessions that a query selects. Each iteration asks the server anew, page by page. It asks for a page when the
 * first row of the page is needed, and holds one page in memory. A page has {@code top} rows; without {@code top}, the
 * server chooses. The first page begins after {@code skip} rows.
 *
 * <p>Each page shows the sessions as they are when it is asked for. A session that is reported during an iteration
 * comes last, unless {@code orderBy} puts it elsewhere. A new session, or an amended one that leaves its place, moves
 * all later ones by one: if that happens between two pages, a row can appear twice or be missed. If you need each
 * session exactly once, select sessions that are no longer amended, or compare the rows by {@code SessionId} and ask
 * again.
 *
 * <p>Immutable and safe for use by many threads; an iterator is for one.
 */
public final class SessionReport implements Iterable<SessionRow> {

    private static final JsonMapper MAPPER = JsonPolicy.newMapper();

    private final ReportQuery query;
    private final Function<ReportQuery, SessionPage> server;
    private final Function<ReportQuery, CompletableFuture<SessionPage>> asyncServer;

    /**
     * Makes the report. The client calls this.
     *
     * @param query the query, not null; copied
     * @param server answers a query
     * @param asyncServer answers a query later
     */
    public SessionReport(
            ReportQuery query,
            Function<ReportQuery, SessionPage> server,
            Function<ReportQuery, CompletableFuture<SessionPage>> asyncServer) {
        this.query = copy(Objects.requireNonNull(query, "query"));
        this.server = server;
        this.asyncServer = asyncServer;
    }

    private static ReportQuery copy(ReportQuery query) {
        return MAPPER.convertValue(query, ReportQuery.class);
    }

    /**
     * Asks for one page, which the {@code skip} and {@code top} of the query select.
     *
     * @return the page, whose {@link SessionPage#totalRowCount()} tells how many rows there are on all pages
     */
    public SessionPage page() {
        return server.apply(copy(query));
    }

    /**
     * Asks for the same page as {@link #page} asynchronously.
     *
     * @return completed with the page, or with the exception that {@link #page} would throw; cancelling it ends the retries
     */
    public CompletableFuture<SessionPage> pageAsync() {
        return asyncServer.apply(copy(query));
    }

    /**
     * Returns all rows from {@code skip} on, asking for further pages as they are needed.
     *
     * @return an iterator that throws what {@link #page} throws; after that it can go on, and asks for the same page again
     */
    @Override
    public Iterator<SessionRow> iterator() {
        return new RowIterator();
    }

    /**
     * Returns all rows from {@code skip} on, asking for further pages as they are needed.
     *
     * @return a sequential stream that throws what {@link #page} throws
     */
    public Stream<SessionRow> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    private final class RowIterator implements Iterator<SessionRow> {

        private int position = Objects.requireNonNullElse(query.getSkip(), 0);
        private Iterator<SessionRow> rows = Collections.emptyIterator();
        private boolean last;

        @Override
        public boolean hasNext() {
            while (!rows.hasNext() && !last) {
                SessionPage page = server.apply(copy(query).skip(position));
                position = Math.addExact(position, page.rows().size());
                // A page can be shorter than top without being the last: the server may give less than was asked for.
                last = page.rows().isEmpty() || position >= page.totalRowCount();
                rows = page.rows().iterator();
            }
            return rows.hasNext();
        }

        @Override
        public SessionRow next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return rows.next();
        }
    }
}
