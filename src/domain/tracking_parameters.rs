//! Query parameters that say where a reader came from, and never which page it is.

/// Their names in lower case, sorted, and with `*` for whatever begins so.
///
/// As looked at on 28 November 2026, these are the names that
/// - Brave takes out of addresses, on every site or on some
///   (<https://github.com/brave/brave-core/blob/master/components/query_filter/utils.cc>),
/// - ClearURLs takes out on every site, whatever their case (`globalRules` in
///   <https://github.com/ClearURLs/Rules/blob/master/data.min.json>),
/// - AdGuard and uBlock Origin take out on every site, as far as many sites have them (the general part of
///   <https://github.com/uBlockOrigin/uAssets/blob/master/filters/privacy-removeparam.txt>),
/// - PostHog knows as the clicks of advertisers
///   (<https://github.com/PostHog/posthog-js/blob/main/packages/browser/src/utils/event-utils.ts>), and
/// - Matomo as campaigns, or leaves out of addresses as sessions
///   (<https://github.com/matomo-org/matomo/blob/5.x-dev/config/global.ini.php>).
///
/// What may name a page somewhere is not among them, though one of these lists has it: `ref`, `referrer`, `si`, `sid`, `c`,
/// `var`, `cuid`, `maf`, `mc` and `vn_…`.
const NAMES: &str = "\
    __hs* __s __twitter_impression \
    _bhlid _branch_match_id _branch_referrer _clde _cldee _ga _gl _hs* _kx _openstat _sgm_* \
    action_object_map action_ref_map action_type_map adjust_* admitad_uid at_* awc \
    bbeml bsft_* ceneo_spo cjdata cjevent ck_subscriber_id cm_cr cm_me cm_mmc* cmpid \
    dclid doing_wp_cron dpg_* echobox elq* epik erid et_rid \
    fb_action_ids fb_action_types fb_comment_id fb_ref fb_source fb_xd_fragment fbclid \
    ga_* gad_* gbraid gclid gclsrc gs_l guccounter guce_* h_sid h_slt hmb_* hsa_* hsctatracking \
    igsh igshid ir_adid ir_campaignid ir_partnerid irclickid irclid irgwc \
    itm_campaign itm_content itm_medium itm_source itm_term jsessionid li_fat_id \
    matomo_* mc_cid mc_eid mc_tc mindbox-* mkt_tok ml_subscriber ml_subscriber_hash msclkid mtm mtm_* \
    oft_* oly_anon_id oly_enc_id os_ehash otm_* phpsessid piwik_* \
    pk_campaign pk_cid pk_content pk_cpn pk_keyword pk_kwd pk_medium pk_source pk_vid \
    qclid raneaid ranmid ransiteid rb_clickid rdt_cid ref_src ref_url \
    s_cid sc_customer sc_eh sc_uid sccid spm srsltid ss_email_id sscid \
    tduid tgclid tracking_source ttclid twclid unicorn_click_id usqp utm utm_* \
    vero_conv vero_id vgo_ee wbraid wickedid wt_mc wt_zmc wtmc wtrid wtzmc xtor yclid ymclid ymid ysclid";

/// Whether a parameter of this name says nothing of the page.
pub(super) fn is_tracking(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    NAMES.split(' ').any(|known| match known.strip_suffix('*') {
        Some(beginning) => name.starts_with(beginning),
        None => name == known,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One or more of each kind: Google, Meta, Microsoft, TikTok, X, LinkedIn, Snapchat, Pinterest, Reddit, Yandex, Quora; letters
    /// to subscribers; analytics; shops; sessions.
    const TRACKING: &str = "utm_source utm_social-type UTM_Campaign utm_ gclid gclsrc gbraid wbraid dclid gad_source gad_campaignid \
        srsltid _ga _gl usqp fbclid fb_action_ids fb_source igsh igshid msclkid ttclid twclid ref_src li_fat_id ScCid epik rdt_cid \
        yclid ysclid _openstat qclid mc_cid mc_eid mkt_tok _hsenc _hsmi __hstc hsCtaTracking hsa_acc vero_id ml_subscriber _kx \
        oly_enc_id ck_subscriber_id elqTrackId bsft_uid wickedid s_cid at_medium at_custom1 xtor pk_campaign mtm_source \
        piwik_kwd matomo_campaign _branch_match_id guce_referrer guccounter irclickid awc cjevent spm Echobox PHPSESSID";

    /// What pages are named by, and what begins or ends like one of the names.
    const PAGES: &str = "p id page page_id q s m cat tag lang ref source src from sort t v mc sid si c url amp utmost gadget atom \
        ga at hs hsid mtmx pk pk_id mc_version ranking epikur spmx xgclid article_id post title n";

    #[test]
    fn what_says_where_a_reader_came_from_is_known_in_any_case() {
        for name in TRACKING.split_whitespace() {
            assert!(is_tracking(name) && is_tracking(&name.to_ascii_uppercase()), "{name}");
        }
    }

    #[test]
    fn what_may_name_a_page_is_not_taken_for_it() {
        for name in PAGES.split_whitespace().chain(["", "*"]) {
            assert!(!is_tracking(name), "{name}");
        }
    }

    #[test]
    fn every_name_stands_in_its_place_once_and_can_be_met() {
        let names: Vec<&str> = NAMES.split(' ').collect();
        assert!(names.is_sorted());
        for (number, name) in names.iter().enumerate() {
            let fits = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'-');
            let word = name.strip_suffix('*').unwrap_or(name);
            assert!(!word.is_empty() && word.bytes().all(fits), "{name}");
            let others = names.iter().enumerate().filter(|(other, _)| *other != number).map(|(_, other)| other);
            let covers = |other: &&str| other.strip_suffix('*').map_or(*other == word, |begin| word.starts_with(begin));
            assert_eq!(others.copied().find(covers), None, "{name} is said twice");
        }
    }
}
