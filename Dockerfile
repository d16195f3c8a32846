# syntax=docker/dockerfile:1
# The server with its widget. What it runs on and with is built here and left behind.

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build
# Neither what only builds and tests, nor the Node that comes for machines that have an older one.
RUN npm ci --omit=dev --omit=optional

FROM node:24-slim
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=8787 \
    DATA_DIR=/data
WORKDIR /app
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json ./
COPY consent ./consent
COPY contract ./contract
COPY server ./server
# The SQLite file, and the key where QUIERO_KEY gives none. With DATABASE_URL nothing is kept here.
RUN install -d -o node -g node -m 700 /data
VOLUME /data
USER node
EXPOSE 8787
# Whether the process answers; a database that does not is no reason to start it anew.
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node itself, not npm, so that SIGTERM reaches it. It starts no other process, so it may be the first one.
STOPSIGNAL SIGTERM
CMD ["node", "server/main.ts"]
