# Builds the program with the engine and the pages, and runs it as a user without rights.
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY --from=node:20-slim /usr/local /usr/local
WORKDIR /source
COPY . .
RUN dotnet publish src/Lrs -c Release -r linux-x64 --self-contained false -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
RUN mkdir /data && chown $APP_UID /data
USER $APP_UID
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["./Lrs"]
