// The browser comes from npm, the system or an explicit path: `npm ci` must not download one.
module.exports = { skipDownload: true };
