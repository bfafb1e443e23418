// Kinesalite on the loopback address: node kinesis.js PORT FOLDER SHARD_LIMIT
'use strict'

const kinesalite = require('kinesalite')

const [port, path, shardLimit] = process.argv.slice(2)
const server = kinesalite({
  path,
  shardLimit: Number(shardLimit),
  createStreamMs: 0,
  deleteStreamMs: 0,
  updateStreamMs: 0,
})

// Consumers poll on kept-alive connections; the default of 5 s makes a client meet a closed one.
server.keepAliveTimeout = 120000
server.listen(Number(port), '127.0.0.1', () => console.log('kinesis listens on 127.0.0.1:' + port))

// Kinesalite throws when a client hangs up in the middle of a request, as one does that is killed.
process.on('uncaughtException', error => {
  if (error.code !== 'ECONNRESET') {
    console.error(error)
    process.exit(1)
  }
})

// Closing the store flushes it; a consumer that keeps polling must not keep the process alive.
process.on('SIGTERM', () => {
  server.close(() => process.exit(0))
  setTimeout(() => process.exit(0), 1000)
})
