const { createServer } = require('node:http');

createServer((request, response) => {
  response.end(request.url === '/healthz' ? 'ok\n' : 'Welcome to the shop\n');
}).listen(3000);
