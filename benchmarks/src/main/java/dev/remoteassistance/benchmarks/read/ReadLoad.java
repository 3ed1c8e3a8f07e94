package dev.remoteassistance.benchmarks.read;

import dev.remoteassistance.benchmarks.process.BenchmarkException;
import dev.remoteassistance.benchmarks.testbed.TokenIssuer;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Callers that ask random questions, one after another.
 *
 * @param callers how many at once
 * @param time how long
 */
record ReadLoad(int callers, Duration time) {

    /** Asks one question of a tenant, and reads the whole answer. */
    @FunctionalInterface
    private interface Asking {
        void ask(int tenant, ReadQuestion question) throws Exception;
    }

    /** Asks our server. */
    ReadFigures overHttp(URI operation, TokenIssuer issuer) {
        List<String> tokens = IntStream.range(0, TokenIssuer.TENANTS.size())
                .mapToObj(number -> issuer.token(TokenIssuer.TENANTS.get(number), number))
                .toList();
        // Idle connections that the JDK keeps, of all callers together.
        System.setProperty("http.maxConnections", Integer.toString(callers));
        return run(() -> (tenant, question) -> {
            // The newer HttpClient takes more than a millisecond of the cores, which the server shares, for each
            // request.
            HttpURLConnection request = (HttpURLConnection) operation.toURL().openConnection();
            request.setRequestProperty("Authorization", "Bearer " + tokens.get(tenant));
            request.setRequestProperty("Content-Type", "application/json");
            request.setRequestProperty("Accept", "application/octet-stream");
            request.setDoOutput(true);
            request.getOutputStream().write(question.body().getBytes(StandardCharsets.UTF_8));
            if (request.getResponseCode() != 200) {
                throw new BenchmarkException("a question was answered with " + request.getResponseCode(), null);
            }
            try (InputStream answer = request.getInputStream()) {
                answer.readAllBytes();
            }
        });
    }

    /** Asks the database. Each caller has its own connection. */
    ReadFigures inSql(String url) {
        return run(() -> {
            Connection connection = DriverManager.getConnection(url);
            return (tenant, question) -> {
                count(connection, question.pageSql(), tenant, question);
                count(connection, question.countSql(), tenant, question);
            };
        });
    }

    private static void count(Connection connection, String sql, int tenant, ReadQuestion question)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, TokenIssuer.TENANTS.get(tenant));
            for (int i = 0; i < question.parameters().size(); i++) {
                statement.setString(i + 2, question.parameters().get(i));
            }
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    result.getString(1);
                }
            }
        }
    }

    /** The first tenth of the time warms up, and is not counted. */
    private ReadFigures run(Callable<Asking> caller) {
        ReadFigures figures = new ReadFigures();
        long start = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        List<Future<Void>> ends = new ArrayList<>();
        for (int number = 0; number < callers; number++) {
            Random random = new Random(number);
            ends.add(threads.submit(() -> {
                Asking asking = caller.call();
                for (long now = start; now - start < time.toNanos(); now = System.nanoTime()) {
                    String name = ReadQuestion.NAMES.get(random.nextInt(ReadQuestion.NAMES.size()));
                    long asked = System.nanoTime();
                    asking.ask(random.nextInt(TokenIssuer.TENANTS.size()), ReadQuestion.of(name, random));
                    if (asked - start > time.toNanos() / 10) {
                        figures.add(name, System.nanoTime() - asked);
                    }
                }
                return null;
            }));
        }
        try {
            for (Future<Void> end : ends) {
                end.get();
            }
        } catch (ExecutionException e) {
            throw new BenchmarkException("a question failed: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
        return figures;
    }
}
