/** Telephones for sipp, each a scenario of ours: what it does when it is called. */

export type PhoneBehaviour = {
  /** How long it rings before it is picked up; null: nobody picks up. */
  readonly picksUpAfterMs: number | null;
  /** Keys, and how long after the one before (or after picking up) each is pressed. */
  readonly keys?: readonly { readonly afterMs: number; readonly key: string }[];
  /** It hangs up by itself so long after the last key. */
  readonly hangsUpAfterMs?: number;
  /** It answers with this instead of ringing: `486 Busy Here`. */
  readonly refusesWith?: string;
};

const BACK = `[last_Via:]
[last_From:]
[last_To:];tag=phone[call_number]
[last_Call-ID:]
[last_CSeq:]
Contact: <sip:[local_ip]:[local_port]>`;

const SOUND = `v=0
o=- 1 1 IN IP4 [local_ip]
s=-
c=IN IP4 [media_ip]
t=0 0
m=audio [auto_media_port] RTP/AVP 0 101
a=rtpmap:0 PCMU/8000
a=rtpmap:101 telephone-event/8000
a=fmtp:101 0-15`;

function says(status: string, body: string | null = null, isRepeated = false): string {
  const type = body === null ? 'Content-Length: 0' : 'Content-Type: application/sdp\nContent-Length: [len]';
  const message = `SIP/2.0 ${status}\n${BACK}\n${type}\n\n${body ?? ''}\n`;
  return `<send${isRepeated ? ' retrans="500"' : ''}><![CDATA[\n${message}]]></send>`;
}

const pause = (ms: number): string => `<pause milliseconds="${ms}"/>`;

/** The scenario as sipp reads it. */
export function sippPhone({ picksUpAfterMs, keys = [], hangsUpAfterMs, refusesWith }: PhoneBehaviour): string {
  const steps =
    refusesWith !== undefined
      ? [says(refusesWith, null, true), '<recv request="ACK"/>']
      : picksUpAfterMs === null
        ? [says('180 Ringing'), ...calledOff()]
        : [
            says('180 Ringing'),
            pause(picksUpAfterMs),
            says('200 OK', SOUND, true),
            '<recv request="ACK"/>',
            ...keys.flatMap(({ afterMs }, nth) => [pause(afterMs), pressed(nth)]),
            ...(hangsUpAfterMs === undefined ? hungUp() : [pause(hangsUpAfterMs), ...hangsUp()]),
          ];
  return `<?xml version="1.0" encoding="ISO-8859-1"?>
<scenario name="phone">
<recv request="INVITE" rrs="true"><action>
<ereg regexp=".*" search_in="hdr" header="CSeq:" assign_to="1"/>
<ereg regexp=".*" search_in="hdr" header="From:" assign_to="2"/>
</action></recv>
${steps.join('\n')}
<Reference variables="1,2"/>
</scenario>
`;
}

/** The room writes the keys beside the scenario, as `key-0.pcap` and so on. */
function pressed(nth: number): string {
  return `<nop><action><exec play_pcap_audio="key-${nth}.pcap"/></action></nop>`;
}

/** Whoever calls gives up: the call is over for both. */
function calledOff(): readonly string[] {
  const over = says('487 Request Terminated', null, true).replace('[last_CSeq:]', 'CSeq:[$1]');
  return ['<recv request="CANCEL"/>', says('200 OK'), over, '<recv request="ACK"/>'];
}

function hungUp(): readonly string[] {
  return ['<recv request="BYE" timeout="120000"/>', says('200 OK').replace(';tag=phone[call_number]', '')];
}

function hangsUp(): readonly string[] {
  const bye = `BYE [next_url] SIP/2.0
Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=[branch]
From: <sip:phone@[local_ip]:[local_port]>;tag=phone[call_number]
To:[$2]
[last_Call-ID:]
CSeq: 2 BYE
Max-Forwards: 70
Content-Length: 0

`;
  return [`<send retrans="500"><![CDATA[\n${bye}]]></send>`, '<recv response="200"/>'];
}
