# Builds the program with the pages, and runs it as a user without rights.
# `--build-arg ENGINE=no` leaves out the embedded ClickHouse engine (half a gigabyte), for installations that have a ClickHouse server.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
ARG ENGINE=yes
COPY --from=node:20-slim /usr/local /usr/local
WORKDIR /source
COPY . .
RUN dotnet publish src/Lrs -c Release -r linux-x64 --self-contained false -o /app \
 && if [ "$ENGINE" = no ]; then rm -f /app/libchdb.so; fi

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# Ubuntu 24.04: librdkafka 2.3. Loaded only where LRS_KAFKA is set.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends librdkafka1 \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app .
RUN mkdir /data && chown $APP_UID /data
USER $APP_UID
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["./Lrs"]
