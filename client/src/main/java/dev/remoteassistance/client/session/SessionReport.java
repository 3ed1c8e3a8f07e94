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
 * The sessions that a query selects. Each iteration asks the server anew, for one page after another, and for none before
 * a row of it is wanted; it holds one page in memory. A page has {@code top} rows, or as many as the server likes; the
 * first one begins behind {@code skip} rows.
 *
 * <p>Each page shows the sessions as they are when it is asked for. A session that is reported during an iteration comes
 * last, unless {@code orderBy} puts it elsewhere. Where a session comes in, or where an amended one leaves its place, all
 * later ones move by one: between two pages a row can appear twice or be missed then. Who has to have each exactly once
 * asks for sessions that are no longer amended, or compares the rows by {@code SessionId} and asks again.
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
     * Asks for the one page that the query means, with its {@code skip} and {@code top}.
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
