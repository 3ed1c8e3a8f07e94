# syntax=docker/dockerfile:1
# The server for production: docker build -t remote-assistance-server .
# Pinned by version; whoever updates them looks for the newest patch of each.
FROM maven:3.9.11-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    mvn -ntp -B -pl server -am package -DskipTests -Ddocuments.skip=false
# SQLite's native code, which the library would unpack to /tmp and run there: a read-only container lets nobody do that.
RUN mkdir /native && cd /native && jar xf /build/server/target/remote-assistance-server.jar "org/sqlite/native/Linux/$(uname -m)/libsqlitejdbc.so" \
    && find . -name '*.so' -exec mv {} /native/ \; && rm -r org && test -s libsqlitejdbc.so

FROM eclipse-temurin:21.0.8_9-jre-noble
LABEL org.opencontainers.image.title="remote-assistance-server" \
      org.opencontainers.image.description="Takes the reports that Microsoft Graph's reportRemoteAssistance takes." \
      org.opencontainers.image.licenses="Apache-2.0"

# Fixed numbers, for the owners of volumes and for supervisors that refuse names.
RUN groupadd --system --gid 10001 reports \
    && useradd --system --uid 10001 --gid reports --no-create-home --home-dir /data --shell /usr/sbin/nologin reports \
    && install -d -o reports -g reports -m 700 /data

# Owned by root: the server cannot change what it runs.
COPY --from=build /build/server/target/remote-assistance-server.jar /build/server/target/remote-assistance-server.cdx.json /app/
COPY --from=build /build/server/src/main/dist/ /app/
COPY --from=build /native/ /app/native/
# With the very JVM, jar and folder that it will be used with.
RUN ["/app/class-archive"]

USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=6s --start-period=30s --retries=3 CMD ["/app/health-check"]
ENTRYPOINT ["/app/remote-assistance-server"]
CMD ["serve"]
