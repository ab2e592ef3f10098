/**
 * The script of the Business Rule that tells Firstline of an incident that changed: which one, what was
 * done and when, and nothing else of it. Written for the instance's own engine: no syntax after ES5, and no
 * names but those of ServiceNow's server API.
 *
 * The signature is what `X-Firstline-Signature` asks for. `generateMac` takes its key and gives its result in base64; the
 * result is turned into hex.
 */
export const businessRuleScript = ({
  address,
  connectionId,
  secret,
}: {
  readonly address: string;
  readonly connectionId: string;
  readonly secret: string;
}): string => `(function executeRule(current, previous) {
  var ADDRESS = ${JSON.stringify(address)};
  var KEY = ${JSON.stringify(connectionId)};
  var SECRET = ${JSON.stringify(secret)};
  try {
    var body = JSON.stringify({
      sys_id: String(current.getUniqueValue()),
      operation: String(current.operation() || 'update'),
      sys_updated_on: String(current.getValue('sys_updated_on'))
    });
    var timestamp = String(Math.floor(new Date().getTime() / 1000));
    var mac = new GlideCertificateEncryption().generateMac(
      GlideStringUtil.base64Encode(SECRET),
      'HmacSHA256',
      timestamp + '.' + body
    );
    var request = new sn_ws.RESTMessageV2();
    request.setEndpoint(ADDRESS);
    request.setHttpMethod('post');
    request.setHttpTimeout(10000);
    request.setRequestHeader('Content-Type', 'application/json');
    request.setRequestHeader('X-Firstline-Key', KEY);
    request.setRequestHeader('X-Firstline-Timestamp', timestamp);
    request.setRequestHeader('X-Firstline-Signature', 'v1=' + hexOf(String(mac)));
    request.setRequestBody(body);
    var status = request.execute().getStatusCode();
    if (status >= 300) gs.warn('Firstline did not take a change: ' + status);
  } catch (error) {
    // Nothing is lost: Firstline asks for what changed every few minutes.
    gs.warn('Firstline could not be told of a change');
  }

  function hexOf(base64) {
    var DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    var hex = '';
    var bits = 0;
    var count = 0;
    for (var i = 0; i < base64.length; i += 1) {
      var digit = DIGITS.indexOf(base64.charAt(i));
      if (digit < 0) continue;
      bits = ((bits << 6) | digit) & 0xffff;
      count += 6;
      while (count >= 4) {
        count -= 4;
        hex += ((bits >> count) & 15).toString(16);
      }
    }
    return hex.substring(0, 64);
  }
})(current, previous);
`;
