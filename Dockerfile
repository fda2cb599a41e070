# The page is built with everything, then run with what running needs.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4400 TIAOLAN_HOME=/home/node/tiaolan
WORKDIR /app
COPY --from=build --chown=node:node /app ./
RUN mkdir -p /home/node/tiaolan && chown node:node /home/node/tiaolan
USER node
EXPOSE 4400
VOLUME /home/node/tiaolan
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4400/health').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "tsx", "scripts/start.ts"]
